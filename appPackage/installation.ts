import * as v from 'valibot';

/** What differs from one installation of Zeven to the next. */
export type Installation = v.InferOutput<typeof InstallationSchema>;

const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.uuid('must be a GUID'));

/** Labels of letters, digits and hyphens with dots between them: no scheme, port, path or wildcard. */
const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

const InstallationSchema = v.object(
  {
    BOT_ID: guid,
    TAB_DOMAIN: v.pipe(
      v.string(),
      v.trim(),
      v.toLowerCase(),
      v.regex(domainName, 'must be a domain and nothing more, such as zeven.waterland.nl'),
    ),
    TEAMS_APP_ID: guid,
  },
  'is missing',
);

const meanings: Readonly<Record<keyof Installation, string>> = {
  BOT_ID: "the application (client) id of the bot's registration in Entra ID; MicrosoftAppId of the bot",
  TAB_DOMAIN: 'where the bot and the tab are reached over https; ZEVEN_DOMAIN of the bot',
  TEAMS_APP_ID: 'the id of the app in Teams: a new GUID once, and that same one at every update',
};

/** The environment lacks something; `message` says what and what it means, a line each. */
export class InstallationError extends Error {}

/** @throws InstallationError, naming every variable that is wrong. */
export function readInstallation(environment: NodeJS.ProcessEnv): Installation {
  const parsed = v.safeParse(InstallationSchema, environment, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  const lines = parsed.issues.map((issue) => {
    const variable = issue.path?.[0]?.key as keyof Installation;
    return `  ${variable} ${issue.message}: ${meanings[variable]}`;
  });
  throw new InstallationError(`No package: the environment is not complete.\n${lines.join('\n')}`);
}
