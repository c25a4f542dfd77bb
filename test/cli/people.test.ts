import { golden, opening, payment, smallWorld, timeless, type SmallWorld } from './small-world.ts';

const [victimId, caseId] = ['v-1', 'c-1'];

/** A guardian until the victim turns 18, money to the guardian and to nobody's representative, an assignment, a death and heirs. */
const people: readonly object[] = [
  {
    ...{ command: 'AssumeRights', victimId, representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN' },
    ...{ on: '2024-01-02', until: '2027-05-04', label: 'The aunt' },
  },
  {
    ...{ command: 'RecordDisbursement', victimId, disbursementId: 'p-1', caseId, amount: '100.00' },
    ...{ on: '2024-06-03', paidTo: 'REPRESENTATIVE', representativeId: 'h-1' },
  },
  {
    ...{ command: 'RecordDisbursement', victimId, disbursementId: 'p-2', caseId, amount: '30.00' },
    ...{ on: '2024-06-03', paidTo: 'REPRESENTATIVE', representativeId: 'h-9' },
  },
  { command: 'AssignInterest', victimId, caseId, on: '2024-07-01' },
  { command: 'RecordVictimDeath', victimId, on: '2024-08-01' },
  {
    ...{ command: 'RecordSuccession', victimId, on: '2024-08-02' },
    heirs: [{ representativeId: 'h-2', defendantId: 'd-1' }, { representativeId: 'h-3' }],
  },
];

describe('the people beside a victim, to who asks', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    const { exitCode } = await world.apply([...opening, payment('1', '400.00'), ...people]);
    expect(exitCode).toBe(0);
  });

  afterAll(() => world.close());

  test.each([
    ['victim-people', 'victim v-1'],
    ['reviews-people', 'reviews --as-of 2024-09-01'],
    ['deadlines-people', 'deadlines --as-of 2024-03-01'],
  ])('%s answers as the golden file says', async (name, words) => {
    const { exitCode, stdout } = await world.restitution(words);
    expect(timeless(stdout)).toBe(golden(name));
    expect(exitCode).toBe(0);
  });

  test('a representative is relabelled and forgotten in the directory, and the ledger stays as it is', async () => {
    const { stdout } = await world.restitution(['relabel', 'h-1', 'The mother’s sister']);
    expect(stdout).toContain('h-1');
    const { stdout: shown } = await world.restitution('victim v-1');
    expect(shown).toContain('h-1 (The mother’s sister)');
    await world.restitution('forget h-1 --yes');
    const { stdout: after } = await world.restitution('victim v-1');
    expect(after).not.toContain('sister');
    expect(after).toContain('h-1');
  });
});
