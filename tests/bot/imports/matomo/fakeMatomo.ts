import {
  type AskedRequest,
  type JsonAnswer,
  type JsonServer,
  startJsonServer,
} from '../../../rig/jsonServer.ts';

export const token = '0123456789abcdef0123456789abcdef';

export interface FakeMatomo extends JsonServer {
  /** What a mapping says of it. */
  readonly mapping: Readonly<Record<string, unknown>>;
  /** What each method says, by day; without it there is no such method. */
  readonly reports: Record<string, unknown>;
  /** The forms that it was sent, without what all have. */
  readonly forms: Readonly<Record<string, string>>[];
}

/** As Matomo 5 answers: errors of a method come with status 200, a token that is not right has 401. */
export async function startMatomo(reports: Record<string, unknown>): Promise<FakeMatomo> {
  const server = await startJsonServer(answerReport);
  const matomo: FakeMatomo = Object.assign(server, {
    mapping: { url: `${server.address}/stats`, idSite: 3, secret: 'MATOMO' },
    reports,
    forms: [],
  });

  function answerReport({ method, url, body }: AskedRequest): JsonAnswer {
    const form = new URLSearchParams(body);
    const isPost = method === 'POST' && url.pathname === '/stats/index.php' && url.search === '';
    if (!isPost || form.get('token_auth') !== token) return failure(401, 'Unable to authenticate.');
    const fixed = { module: 'API', format: 'JSON', period: 'day', idSite: '3' };
    for (const [name, value] of Object.entries(fixed)) {
      if (form.get(name) !== value) return failure(200, `Wrong ${name}.`);
    }
    const own = ['method', 'date', 'idGoal', 'label', 'pageUrl', 'secondaryDimension'];
    matomo.forms.push(Object.fromEntries([...form].filter(([name]) => own.includes(name))));
    const report = matomo.reports[form.get('method') ?? ''];
    return report === undefined ? failure(200, `No method; asked with ${token}.`) : { body: report };
  }

  return matomo;
}

function failure(status: number, message: string): JsonAnswer {
  return { status, body: { result: 'error', message } };
}
