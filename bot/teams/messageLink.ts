/** A message that begins a thread in a channel. */
export interface ChannelMessage {
  readonly tenant: string;
  readonly channel: string;
  readonly message: string;
  /** The Entra id of the team, where Teams told it. */
  readonly team: string | undefined;
}

/**
 * An address that opens a message in Teams, as Microsoft documents it ("Deep link to navigate to channel
 * conversation", learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).
 */
export function messageLink({ tenant, channel, message, team }: ChannelMessage): string {
  const url = new URL(
    `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${encodeURIComponent(message)}`,
  );
  url.searchParams.set('tenantId', tenant);
  if (team !== undefined) url.searchParams.set('groupId', team);
  url.searchParams.set('parentMessageId', message);
  // Teams numbers a message by the moment of its making.
  url.searchParams.set('createdTime', message);
  return url.href;
}
