/**
 * What a thread of its own does: it reads a stretch of the log from the file, holds each event against the hashes beside it, and
 * hands over the texts, some pages ahead of whoever makes events of them. Plain JavaScript, for Node begins a thread from
 * a file by itself, and knows no other language where all else is run from its sources.
 *
 * The hashes are those of `log/envelope.ts`: were they others, no log of some length could be read.
 */
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** @typedef {{ file: string, after: number, upTo: number, running: string, pageSize: number, longestPage: number }} Stretch */
/** @typedef {{ texts: string[], leaves: string[], running: string }} HashedPage */

/** How many pages wait at most to be taken. */
const ahead = 4;

/** @type {Stretch} */
const { file, after, upTo, running: hashBefore, pageSize, longestPage } = workerData;

// On Linux it is this thread alone that gives way to others, first of all to those who write to the log.
if (process.platform === 'linux') setPriority(10);

const db = new Database(file, { readonly: true, fileMustExist: true });
db.pragma('trusted_schema = OFF');
const select = db
  .prepare(
    `SELECT position, lower(hex(running)), CAST(bytes AS TEXT) FROM events WHERE position > ? AND position <= ?
      ORDER BY position LIMIT ${String(pageSize)}`,
  )
  .raw();

let last = after;
let running = hashBefore;

/** The next texts, none of which is another than was recorded. @returns {HashedPage} */
function nextPage() {
  /** @type {HashedPage} */
  const page = { texts: [], leaves: [], running };
  let length = 0;
  for (const row of select.iterate(last, upTo)) {
    const [position, stored, text] = /** @type {[number, string, string]} */ (row);
    if (position !== last + 1) throw wrong('is missing');
    const leaf = hash('sha256', `\0${text}`, 'hex');
    running = hash('sha256', Buffer.from(`01${running}${leaf}`, 'hex'), 'hex');
    if (stored !== running) throw wrong('is not what was recorded there');
    page.texts.push(text);
    page.leaves.push(leaf);
    last = position;
    length += text.length;
    if (length >= longestPage) break;
  }
  if (page.texts.length === 0) throw wrong('is missing');
  return { ...page, running };
}

/** @param {string} why */
function wrong(why) {
  return { wrong: why, position: last + 1 };
}

/** Hands over a page, or what is wrong, which is the last that is heard of the thread. */
function handOver() {
  if (last >= upTo) return;
  /** @type {object} */
  let said;
  try {
    said = nextPage();
  } catch (error) {
    const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
    said = code === undefined ? /** @type {object} */ (error) : { code, message, position: last + 1 };
    last = upTo;
  }
  parentPort?.postMessage(said);
  if (last >= upTo) {
    db.close();
    parentPort?.close();
  }
}

parentPort?.on('message', handOver);
for (let page = 0; page < ahead; page += 1) handOver();
