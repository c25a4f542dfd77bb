/** A certificate for this machine, made on the spot, so that no key lies in the repository. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Tls } from '../connections.ts';

export function selfSigned(): Tls {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(oid.commonName, der(0x0c, Buffer.from('test server')))));
  const certified = sequence(
    der(0xa0, integer(2)),
    integer(1),
    sequence(oid.ecdsaWithSha256),
    name,
    sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension(oid.basicConstraints, authority), extension(oid.alternativeName, loopback))),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', certified, privateKey));
  const certificate = sequence(certified, sequence(oid.ecdsaWithSha256), signature);
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
const extension = (name: Buffer, value: Buffer): Buffer => sequence(name, der(0x04, value));
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

const oid = {
  commonName: identifier('550403'),
  basicConstraints: identifier('551d13'),
  alternativeName: identifier('551d11'),
  ecdsaWithSha256: identifier('2a8648ce3d040302'),
};

const authority = sequence(der(0x01, Buffer.from([255])));
const loopback = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
