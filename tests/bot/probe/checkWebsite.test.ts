import type { RequestListener } from 'node:http';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkWebsite } from '../../../bot/probe/checkWebsite.ts';
import { type Website, WebsiteSchema } from '../../../shared/uptime/website.ts';
import { certificate } from '../../rig/certificate.ts';
import { type HttpsSite, startHttpsSite } from '../../rig/httpsSite.ts';

let site: HttpsSite;

beforeAll(async () => {
  site = await startHttpsSite();
});
afterAll(() => site.stop());

let asked: string[];

beforeEach(() => {
  asked = [];
});

function answering(listener: RequestListener): void {
  site.answer = (request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  };
}

const thisMachine = (address: string) => address === '127.0.0.1';

function website(settings: object): Website {
  return v.parse(WebsiteSchema, { id: 'site', name: 'Site', url: site.url, ...settings });
}

/** Looks at the site as it is, with this machine as the internet. */
function look(settings: object = {}, path = '') {
  const looked = website({ url: `${site.url}${path}`, ...settings });
  return checkWebsite(looked, { mayReach: thisMachine, ca: site.ca });
}

function page(text: string, status = 200): RequestListener {
  return (_, response) => response.writeHead(status).end(text);
}

function redirect(to: string | ((path: string) => string), status = 302): RequestListener {
  return ({ url = '' }, response) =>
    response.writeHead(status, { location: typeof to === 'string' ? to : to(url) }).end();
}

const up = { isUp: true };
const down = (reason: string, detail: unknown = '') => ({ isUp: false, reason, detail });

describe('the status', () => {
  it('200 is up', async () => {
    answering(page('Welkom'));
    expect(await look()).toEqual(up);
  });

  it('another one is down, and said', async () => {
    answering(page('Storing', 503));
    expect(await look()).toEqual(down('status', '503'));
  });

  it('that is expected is up, whatever it is', async () => {
    answering(page('Alleen met DigiD', 401));
    expect(await look({ expectedStatus: 401 })).toEqual(up);
    expect(await look({ expectedStatus: 403 })).toEqual(down('status', '401'));
  });
});

describe('the text', () => {
  it('must be in the page', async () => {
    answering(page('<h1>Gemeente Waterland: café open</h1>'));
    expect(await look({ expectedText: 'café open' })).toEqual(up);
    expect(await look({ expectedText: 'Café open' })).toEqual(down('text'));
  });

  it('is found where it comes in pieces', async () => {
    answering((_, response) => {
      const bytes = Buffer.from('Contactformuliér');
      // Within a character.
      response.write(bytes.subarray(0, 15), () => setTimeout(() => response.end(bytes.subarray(15)), 5));
    });
    expect(await look({ expectedText: 'formuliér' })).toEqual(up);
  });

  it('is looked for in the first megabyte, and no more is read', async () => {
    const closed = Promise.withResolvers<void>();
    answering((_, response) => {
      response.on('close', () => closed.resolve());
      response.write('x'.repeat(1024 * 1024 - 3));
      response.write('abcdef');
      // And never an end.
    });
    expect(await look({ expectedText: 'xabc' })).toEqual(up);
    await closed.promise;
    expect(await look({ expectedText: 'abcd' })).toEqual(down('text'));
  });
});

it('a check ends at its time-out, wherever the site is in its answer', async () => {
  const slow: Readonly<Record<string, RequestListener>> = {
    '/no-answer': () => undefined,
    '/half-an-answer': (_, response) => void response.write('Wel'),
    '/drop-by-drop': (_, response) => {
      const dripping = setInterval(() => response.write('.'), 100);
      response.on('close', () => clearInterval(dripping));
    },
    '/round-and-round': ({ url }, response) => {
      setTimeout(() => response.writeHead(302, { location: url }).end(), 300);
    },
  };
  answering((request, response) => slow[request.url ?? '']?.(request, response));
  const paths = Object.keys(slow);
  const found = await Promise.all(paths.map((path) => look({ timeoutSeconds: 1 }, path)));
  expect(found).toEqual(paths.map(() => down('timeOut')));
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i is followed to the page itself', async (status) => {
    answering((request, response) =>
      request.url === '/oud' ? redirect('/nieuw', status)(request, response) : response.end('Welkom'),
    );
    expect(await look({ expectedText: 'Welkom' }, '/oud')).toEqual(up);
    expect(asked).toEqual(['/oud', '/nieuw']);
  });

  it('is followed five times and no more', async () => {
    const movedTimes = (most: number): RequestListener => {
      return (request, response) => {
        const step = Number(request.url?.slice(1));
        return step < most ? redirect(`/${step + 1}`)(request, response) : response.end('Welkom');
      };
    };
    answering(movedTimes(5));
    expect(await look({}, '/0')).toEqual(up);
    answering(movedTimes(6));
    expect(await look({}, '/0')).toEqual(down('tooManyRedirects'));
    expect(asked).not.toContain('/6');
  });

  it('to http is down', async () => {
    answering(redirect('http://localhost/'));
    expect(await look()).toEqual(down('badRedirect'));
  });

  it.each(['https://', 'file:///etc/hosts'])('to %s is down', async (location) => {
    answering(redirect(location));
    expect(await look()).toEqual(down('badRedirect'));
  });

  it('that is the expected answer is not followed', async () => {
    answering(redirect('/elders', 301));
    expect(await look({ expectedStatus: 301 })).toEqual(up);
    expect(asked).toEqual(['/']);
  });

  it('without a place to go to is an answer as any other', async () => {
    answering(page('', 304));
    expect(await look()).toEqual(down('status', '304'));
  });

  it('to an address that may not be reached is not followed', async () => {
    answering(redirect((path) => `https://127.0.0.2:${site.port}${path}`));
    expect(await look()).toEqual(down('forbiddenAddress'));
    expect(asked).toEqual(['/']);
  });
});

describe('a private address', () => {
  it.each([
    ['behind a name', 'localhost'],
    ['in the URL', '127.0.0.1'],
    ['in the URL, written as one number', '2130706433'],
    ['in the URL, IPv6', '[::1]'],
    ['in the URL, IPv4 in IPv6', '[::ffff:127.0.0.1]'],
  ])('%s is not connected to', async (_, host) => {
    answering(page('Geheim'));
    expect(await checkWebsite(website({ url: `https://${host}:${site.port}` }), { ca: site.ca })).toEqual(
      down('forbiddenAddress'),
    );
    expect(asked).toEqual([]);
  });
});

describe('out of reach is', () => {
  it('a site that ends the connection before its answer is whole', async () => {
    answering((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('Wel', () => response.destroy());
    });
    expect(await look()).toEqual(down('unreachable', 'ECONNRESET'));
  });

  it('a port at which nobody listens', async () => {
    const gone = await startHttpsSite();
    await gone.stop();
    expect(await look({ url: gone.url })).toEqual(down('unreachable', 'ECONNREFUSED'));
  });

  it('a site whose certificate ended', async () => {
    const careless = await startHttpsSite(certificate({ ended: true }));
    const looked = website({ url: careless.url });
    const found = await checkWebsite(looked, { mayReach: thisMachine, ca: careless.ca });
    await careless.stop();
    expect(found).toEqual(down('unreachable', 'CERT_HAS_EXPIRED'));
  });

  it('a site whose certificate is of somebody else', async () => {
    expect(await checkWebsite(website({}), { mayReach: thisMachine })).toEqual(
      down('unreachable', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    );
  });
});
