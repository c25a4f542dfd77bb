/** What is held of files that come with requests: so much and no more, and given back whatever becomes of them. */
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { mostHeldBytes } from '../../src/formats/held-bytes.ts';
import { Uploads } from '../../src/http/upload.ts';
import { Problem } from '../../src/http/problem.ts';

const mebibyte = Buffer.alloc(1_048_576, 'x');
const wholeFile = mostHeldBytes / mebibyte.length;

/** A request that brings so many MiB. */
const bringing = (count: number): Request =>
  Readable.from(Array.from({ length: count }, () => mebibyte)) as unknown as Request;
const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'held',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

test('as many files are held as there is room for; the next one is told to come again, and finds room then', async () => {
  const uploads = new Uploads();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let reached = 0;
  const bothHeld = new Promise<void>((resolve) => {
    const hold = async (): Promise<void> => {
      reached += 1;
      if (reached === 2) resolve();
      await held;
    };
    void uploads.held(bringing(wholeFile), hold);
    void uploads.held(bringing(wholeFile), hold);
  });
  await bothHeld;
  expect(await codeOf(uploads.held(bringing(1), () => Promise.resolve()))).toBe('uploads-full');
  letGo();
  await held;
  expect(await codeOf(uploads.held(bringing(1), () => Promise.resolve()))).toBe('held');
});

test('a file that is refused, breaks off or fails gives its room back', async () => {
  const uploads = new Uploads();
  const broken = Readable.from(
    (function* () {
      yield mebibyte;
      throw new Error('cut');
    })(),
  ) as unknown as Request;
  expect(await codeOf(uploads.held(bringing(wholeFile + 1), () => Promise.resolve()))).toBe('file-too-large');
  expect(await codeOf(uploads.held(broken, () => Promise.resolve()))).toBe('request-malformed');
  expect(await codeOf(uploads.held(bringing(1), () => Promise.reject(new Problem('busy'))))).toBe('busy');
  const both = [1, 2].map(() => uploads.held(bringing(wholeFile), () => Promise.resolve('held')));
  expect(await Promise.all(both)).toEqual(['held', 'held']);
});

test('a file can be opened as often as it is read, to the byte, however it was cut', async () => {
  const parts = Array.from({ length: 70_000 }, (_, at) => Buffer.from([at % 251]));
  const request = Readable.from([...parts, Buffer.alloc(100_000, 7)]) as unknown as Request;
  await new Uploads().held(request, async (open) => {
    const whole = Buffer.concat([...parts, Buffer.alloc(100_000, 7)]);
    for (const time of [1, 2]) {
      const read: Uint8Array[] = [];
      for await (const part of open()) read.push(part);
      expect([time, Buffer.concat(read).equals(whole)]).toEqual([time, true]);
      expect(read.length).toBeLessThan(5);
    }
  });
});
