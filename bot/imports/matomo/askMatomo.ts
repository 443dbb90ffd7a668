import * as v from 'valibot';
import { askJson } from '../pull/askJson.ts';
import { neededSecret } from '../pull/secrets.ts';
import { PullFailed } from '../pullFailed.ts';
import type { PullContext } from '../pullSource.ts';
import type { DayRange } from './dayRanges.ts';
import type { MatomoMapping } from './matomoMapping.ts';

/** A method of the Reporting API, and its own parameters. */
export interface Report {
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What Matomo says of each day, by day; a day of which it has nothing may be left out. */
export type ByDay = Readonly<Record<string, unknown>>;

export type AskMatomo = (report: Report, range: DayRange) => Promise<ByDay>;

/** An error comes with status 200; only a token that is not right has 401. */
const ErrorAnswer = v.object({ result: v.literal('error'), message: v.string() });

/** PHP writes a map without anything in it as a list. */
const DaysAnswer = v.union([
  v.pipe(
    v.strictTuple([]),
    v.transform((): ByDay => ({})),
  ),
  v.record(v.pipe(v.string(), v.isoDate()), v.unknown()),
]);

const longestMessage = 200;

/**
 * Asks for a report day by day. The token stands in the form, not in the address: a token can be of the kind
 * that only holds so, and should.
 * @throws PullFailed without the token.
 */
export function askMatomo(context: PullContext<MatomoMapping>): AskMatomo {
  const { mapping } = context;
  const token = neededSecret(context.secret, mapping.secret);
  const url = new URL('index.php', mapping.url);
  return async ({ method, parameters }, { first, last }) => {
    const form = {
      module: 'API',
      method,
      idSite: String(mapping.idSite),
      period: 'day',
      date: `${first},${last}`,
      format: 'JSON',
      language: 'en',
      token_auth: token,
      ...parameters,
    };
    const json = await askJson({ url, headers: {}, form }, context);
    if (v.is(ErrorAnswer, json)) {
      const message = json.message.replaceAll(token, '…').slice(0, longestMessage);
      throw new PullFailed('refused', [url.host, method, message]);
    }
    const days = v.safeParse(DaysAnswer, json);
    if (!days.success) throw new PullFailed('badAnswer', [url.host, method]);
    return days.output;
  };
}
