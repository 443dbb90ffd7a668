import { readInstallation } from '../../appPackage/installation.ts';

/** The environment of an installation that is right. */
export const waterlandEnvironment = {
  BOT_ID: '7e000000-0000-4000-8000-0000000000b0',
  TAB_DOMAIN: 'zeven.waterland.example',
  TEAMS_APP_ID: '7e000000-0000-4000-8000-0000000000a0',
};

export const waterland = readInstallation(waterlandEnvironment);
