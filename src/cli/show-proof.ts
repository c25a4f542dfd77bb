import type { ThreeWayProof } from '../application/views/statements.ts';
import type { AccountPurpose } from '../domain/account/events.ts';
import { grouped, isSome } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { tableOf, type Column } from './table.ts';
import { isSet, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution proof`: whether bank, books and the sum of what they are owed to say the same. */
export async function showProof(asked: Asked, world: World): Promise<Exit> {
  const purpose: AccountPurpose = isSet(asked.options, 'reserve') ? 'RESERVE' : 'RESTITUTION';
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reconciliation.proof(purpose, desk.clocks);
    await desk.answer(found, () => proofInWords(found, desk));
    if (isSome(found.difference)) return 'someBad';
    return 'fine';
  });
}

interface Row {
  readonly what: string;
  readonly amount: string;
}

function proofInWords(proof: ThreeWayProof, { style, names }: Desk): string {
  const { on, bank, inTransit, outstanding, notBooked, before, book, owedTo, difference } = proof;
  const says = isSome(difference)
    ? `On ${on} bank and books differ by ${grouped(difference)}, and nothing explains it.`
    : `On ${on} bank, books and what they are owed to say the same: ${grouped(book)}.`;
  const rows: readonly Row[] = [
    ...proof.accounts.map(({ accountId, balance, upTo }) => {
      return {
        what: `${names.shown(accountId)} by its statement${upTo === null ? 's, of which there is none' : ` up to ${upTo}`}`,
        amount: grouped(balance),
      };
    }),
    { what: 'bank', amount: grouped(bank) },
    { what: '+ in the books, not at the bank yet', amount: grouped(inTransit) },
    { what: '- paid out by the books, not by the bank yet', amount: grouped(outstanding) },
    { what: '- at the bank, not in the books', amount: grouped(notBooked) },
    ...(isSome(before)
      ? [
          {
            what: '+ in the books before the account was opened, and not shown since',
            amount: grouped(before),
          },
        ]
      : []),
    { what: 'difference', amount: grouped(difference) },
    { what: 'book', amount: grouped(book) },
  ];
  const owed: readonly Row[] = owedTo.map(({ account, amount }) => ({
    what: account,
    amount: grouped(amount),
  }));
  return [
    `${style.bold(says)}\n`,
    tableOf(rows, columns('bank and books'), style.dim),
    tableOf(owed, columns('held for'), style.dim),
  ].join('\n');
}

function columns(title: string): readonly Column<Row>[] {
  return [
    { title, text: ({ what }) => what },
    { title: 'amount', isNumber: true, text: ({ amount }) => amount },
  ];
}
