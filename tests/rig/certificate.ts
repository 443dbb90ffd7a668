import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM; signed by itself, so that a client must be told to trust it. */
  readonly cert: string;
}

const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  ipAddress: 0x87,
  version: 0xa0,
  extensions: 0xa3,
} as const;

/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256; 2.5.4.3, commonName; 2.5.29.17, subjectAltName. */
const oids = {
  ecdsaWithSha256: Buffer.from('2a8648ce3d040302', 'hex'),
  commonName: Buffer.from('550403', 'hex'),
  subjectAltName: Buffer.from('551d11', 'hex'),
};

/**
 * An X.509 certificate (RFC 5280) for a server of a test, in DER by hand: Node makes none.
 * @param ended its last moment is long past.
 */
export function certificate({ ended = false } = {}): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der('sequence', der('oid', oids.ecdsaWithSha256));
  const name = der('sequence', der('set', der('sequence', der('oid', oids.commonName), utf8('localhost'))));
  const names = der(
    'sequence',
    der('dnsName', Buffer.from('localhost')),
    der('ipAddress', Buffer.from([127, 0, 0, 1])),
  );
  const body = der(
    'sequence',
    der('version', der('integer', Buffer.from([2]))),
    der('integer', Buffer.from([1])),
    algorithm,
    name,
    der('sequence', time('20200101000000Z'), time(ended ? '20210101000000Z' : '20990101000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      'extensions',
      der('sequence', der('sequence', der('oid', oids.subjectAltName), der('octetString', names))),
    ),
  );
  const signature = der('bitString', Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: pem(der('sequence', body, algorithm, signature)),
  };
}

function der(tag: keyof typeof tags, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tags[tag], ...size]), content]);
}

function utf8(text: string): Buffer {
  return der('utf8', Buffer.from(text));
}

function time(text: string): Buffer {
  return der('generalizedTime', Buffer.from(text));
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
