import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotIdentity } from '../config.ts';
import { connectorHttpClient } from './connector.ts';

/** botbuilder's adapter, with authentication apart from what comes after it. */
export class TeamsAdapter extends CloudAdapter {
  /** The bot's application id; '' in local mode, where Teams' tokens are neither asked nor sent. */
  readonly appId: string;

  constructor(identity: BotIdentity) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        identity.kind === 'anonymous' ? {} : { MicrosoftAppId: identity.appId },
        new ConfigurationServiceClientCredentialFactory(credentialsOf(identity)),
        undefined,
        undefined,
        { httpClient: connectorHttpClient() },
      ),
    );
    this.appId = identity.kind === 'anonymous' ? '' : identity.appId;
  }

  /**
   * Lets an activity in, if its token proves that it comes from Teams; undefined when it does not. What
   * botbuilder throws about a token says more than its sender may read, and a forged one would end in
   * status 500.
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const authenticated = await this.botFrameworkAuthentication
      .authenticateRequest(activity, authorization)
      .catch(() => undefined);
    if (authenticated === undefined) return undefined;
    const response: InvokeResponse | undefined = await this.processActivity(authenticated, activity, logic);
    return response ?? { status: 200 };
  }
}

function credentialsOf(identity: BotIdentity) {
  switch (identity.kind) {
    case 'anonymous':
      return {};
    case 'secret':
      return {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppTenantId: identity.tenantId,
        MicrosoftAppPassword: identity.secret,
      };
    case 'managedIdentity':
      return {
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppId: identity.appId,
        MicrosoftAppTenantId: identity.tenantId,
      };
  }
}
