import type { DisbursementCommand } from '../../../src/domain/disbursement/commands.ts';
import { disbursementDecider } from '../../../src/domain/disbursement/decide.ts';
import type { Digest, DisbursementId, RunId, SignatoryId } from '../../../src/domain/ids.ts';
import { specify } from '../../support/given.ts';
import { caseId, text, today, tomorrow, victimId, yesterday } from '../../support/words.ts';

const runId = 'n-1' as RunId;
const [maker, checker] = ['w-1' as SignatoryId, 'w-2' as SignatoryId];
const contentHash = 'ab'.repeat(32) as Digest;
const payment = (id: string, amount: string) => ({
  ...{ disbursementId: id as DisbursementId, victimId: victimId('v-1'), caseId: caseId('c-1') },
  amount: text(amount),
});
const payments = [payment('p-1', '75.00'), payment('p-2', '25.10')];
const plan = { payments, contentHash, plannedAt: 7, policyVersion: 0 };
const list: DisbursementCommand = {
  type: 'ListDisbursements',
  runId,
  contentHash,
  from: 0,
  payments,
  on: today,
};
const propose = (given: object = {}): DisbursementCommand => ({
  ...{ type: 'ProposeDisbursementRun', runId, caseId: null, proposedBy: maker, plan, on: today },
  ...given,
});
const approve = (given: object = {}): DisbursementCommand => ({
  ...{ type: 'ApproveDisbursementRun', runId, contentHash, approvedBy: checker, on: today },
  ...given,
});
const release = (on = today): DisbursementCommand => ({ type: 'ReleaseDisbursementRun', runId, on });
const note = (withheld: readonly string[] = []): DisbursementCommand => ({
  ...{ type: 'NoteDisbursements', runId, from: 0, payments: 2, on: today },
  withheld: withheld as readonly DisbursementId[],
});
const complete: DisbursementCommand = { type: 'CompleteDisbursementRun', runId, on: today };

const run = specify(disbursementDecider);
const proposed = run.after(list, propose());
const released = proposed.and(approve(), release());

describe('a run of payments', () => {
  test('is proposed of what was listed, approved by another, and released', () => {
    const data = { runId, caseId: null, contentHash, plannedAt: 7, payments: 2, amount: '100.10' };
    const signed = { proposedBy: maker, policyVersion: 0 };
    run
      .after(list)
      .when(propose())
      .then({ type: 'DisbursementRunProposed', data: { ...data, ...signed } });
    proposed
      .when(approve())
      .then({ type: 'DisbursementRunApproved', data: { runId, contentHash, approvedBy: checker } });
    proposed
      .and(approve())
      .when(release())
      .then({ type: 'DisbursementRunReleased', data: { runId, payments: 2 } });
  });

  test('says what was made of it, and what was withheld', () => {
    const made = { runId, from: 0, payments: 2, made: 1, amount: '75.00', withheld: ['p-2'] };
    released.when(note(['p-2'])).then({ type: 'DisbursementsMade', data: made });
    released
      .and(note(['p-2']))
      .when(complete)
      .then({
        type: 'DisbursementRunCompleted',
        data: { runId, made: 1, amount: '75.00', withheld: 1, withheldAmount: '25.10' },
      });
    released.when(complete).thenNothing();
  });

  test('hears each step once', () => {
    proposed.when(list).thenNothing();
    proposed.when(propose()).thenNothing();
    proposed.and(approve()).when(approve()).thenNothing();
    released.when(release()).thenNothing();
    released.and(note(), complete).when(note()).thenNothing();
    released.and(note(), complete).when(complete).thenNothing();
  });

  test.each([
    [
      'approved by whoever proposed it',
      approve({ approvedBy: maker }),
      'approver-is-proposer',
      '/approvedBy',
    ],
    [
      'approved of other payments',
      approve({ contentHash: 'cd'.repeat(32) }),
      'run-content-differs',
      '/contentHash',
    ],
    ['approved before it was proposed', approve({ on: yesterday }), 'approved-before-proposed', '/on'],
    ['released without approval', release(), 'run-not-approved', '/runId'],
    ['proposed for another case', propose({ caseId: caseId('c-9') }), 'run-proposed-differently', '/runId'],
  ] as const)('is refused where it is %s', (_, command, code, pointer) => {
    proposed.when(command).thenRefused(code, pointer);
  });

  test('is refused where it was never proposed, was told otherwise, or pays nobody', () => {
    run.given().when(approve()).thenRefused('run-not-found', '/runId');
    run.given().when(release()).thenRefused('run-not-found', '/runId');
    run
      .given()
      .when(propose({ plan: { ...plan, payments: [] } }))
      .thenRefused('nothing-to-pay', '/on');
    proposed
      .and(approve())
      .when(approve({ on: tomorrow }))
      .thenRefused('run-approved-differently', '/runId');
    released.when(release(tomorrow)).thenRefused('run-released-differently', '/on');
    proposed
      .and(approve({ on: tomorrow }))
      .when(release())
      .thenRefused('released-before-approved', '/on');
  });
});
