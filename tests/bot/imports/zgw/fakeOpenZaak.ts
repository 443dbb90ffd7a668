import { jwtVerify } from 'jose';
import {
  type AskedRequest,
  type JsonAnswer,
  type JsonServer,
  startJsonServer,
} from '../../../rig/jsonServer.ts';
import { testNow } from '../pulled.ts';

export const clientId = 'zeven-test';
export const clientSecret = 'kort-geheim';

const zaken = '/zaken/api/v1/zaken';
const zaaktypen = '/catalogi/api/v1/zaaktypen';

/** The filters of the standard that it knows; others are an error, as in the real one. */
const filters = ['bronorganisatie', 'einddatum__isnull', 'einddatum__gt', 'ordering', 'page'];

export type FakeCase = Readonly<Record<string, unknown>>;

export interface FakeOpenZaak extends JsonServer {
  /** What a mapping says of it. */
  readonly mapping: Readonly<Record<string, unknown>>;
  /** The address of a type of case. */
  type(name: string): string;
  /** Answers that come before the real ones, each once. */
  readonly troubles: JsonAnswer[];
  /** Puts something else into `next` of the first page. */
  next: ((real: string | null) => string | null) | undefined;
}

/**
 * As Open Zaak answers, in pages of two.
 * @param types by the last part of their address
 */
export async function startOpenZaak(
  cases: (server: FakeOpenZaak) => readonly FakeCase[],
  types: Readonly<Record<string, unknown>>,
): Promise<FakeOpenZaak> {
  const server = await startJsonServer(async (request) => {
    const trouble = openZaak.troubles.shift();
    if (trouble !== undefined) return trouble;
    if (!(await isKnownClient(request))) return { status: 403, body: { code: 'jwt-invalid' } };
    const { pathname } = request.url;
    if (pathname === zaken) return listCases(request);
    const type = pathname.startsWith(`${zaaktypen}/`)
      ? types[pathname.slice(zaaktypen.length + 1)]
      : undefined;
    return type === undefined ? { status: 404, body: { code: 'not_found' } } : { body: type };
  });

  function listCases({ url, headers }: AskedRequest): JsonAnswer {
    const query = url.searchParams;
    if (headers['accept-crs'] !== 'EPSG:4326') return { status: 406, body: { code: 'not_acceptable' } };
    if ([...query.keys()].some((key) => !filters.includes(key))) {
      return { status: 400, body: { code: 'unknown-parameters' } };
    }
    const found = cases(openZaak)
      .filter((zaak) => query.get('einddatum__isnull') !== 'true' || zaak['einddatum'] === null)
      .filter(
        (zaak) =>
          !query.has('einddatum__gt') || String(zaak['einddatum'] ?? '') > text(query, 'einddatum__gt'),
      )
      .filter(
        (zaak) => !query.has('bronorganisatie') || zaak['bronorganisatie'] === text(query, 'bronorganisatie'),
      );
    const page = Number(query.get('page') ?? 1);
    const more = new URL(url);
    more.searchParams.set('page', String(page + 1));
    const real = found.length > 2 * page ? more.href : null;
    const next = openZaak.next === undefined ? real : openZaak.next(real);
    return {
      body: { count: found.length, next, previous: null, results: found.slice(2 * page - 2, 2 * page) },
    };
  }

  const openZaak: FakeOpenZaak = Object.assign(server, {
    mapping: {
      zaken: `${server.address}/zaken/api/v1`,
      catalogi: `${server.address}/catalogi/api/v1/`,
      clientId,
      secret: 'OPENZAAK',
    },
    type: (name: string) => `${server.address}${zaaktypen}/${name}`,
    troubles: [],
    next: undefined,
  });
  return openZaak;
}

function text(query: URLSearchParams, name: string): string {
  // With the day before, as a text that sorts: nothing closed comes before any day.
  return query.get(name) ?? '';
}

async function isKnownClient({ headers }: AskedRequest): Promise<boolean> {
  try {
    const token = headers['authorization']?.toString().replace(/^Bearer /, '') ?? '';
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(clientSecret), {
      algorithms: ['HS256'],
      issuer: clientId,
      // Open Zaak takes a token for an hour from `iat`, and none from the future.
      maxTokenAge: '1h',
      currentDate: new Date(testNow.epochMilliseconds),
    });
    const claims = [payload['client_id'], payload['user_id'], payload['user_representation']];
    return protectedHeader.typ === 'JWT' && claims[0] === clientId && claims.every((claim) => claim);
  } catch {
    return false;
  }
}
