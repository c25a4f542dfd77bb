import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { policyCatalogue, type PolicyId } from '../domain/policy/catalogue.ts';

/** The number of a policy as it is written, from `p-13`, `P-6` or `6`; the text as it came where it is none. */
export function policyNamed(text: string): string {
  const [, digits] = /^(?:p-?)?(\d{1,2})$/i.exec(text) ?? [];
  return digits === undefined ? text : `P-${digits.padStart(2, '0')}`;
}

/** Whether it is one of this version's policies. */
export function isPolicy(id: string): id is PolicyId {
  return Object.hasOwn(policyCatalogue, id);
}

/** What each answer to a policy does, as docs/policies.md tells it; nothing where the documents were not installed. */
export function whatAnswersDo(policy: PolicyId): ReadonlyMap<string, string> {
  const file = fileURLToPath(new URL('../../docs/policies.md', import.meta.url));
  if (!existsSync(file)) return new Map();
  const [, section = ''] = readFileSync(file, 'utf8').split(`\n## ${policy}\n`);
  const [own = ''] = section.split('\n## ');
  const rows = [...own.matchAll(/^\| `(\w+)`(?: \(default\))? +\| (.+?) +\|$/gm)];
  return new Map(rows.map(([, value = '', does = '']) => [value, does]));
}
