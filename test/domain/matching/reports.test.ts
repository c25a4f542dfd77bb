import type { DefendantId } from '../../../src/domain/ids.ts';
import { isAsked, isMatch, isNone, item, janes, johns, line, matched, outcomeOf } from './words.ts';

const whose = { caseIds: [janes.caseId], defendantIds: [janes.partyId] };
const numbered = { references: { RECEIPT: '000123', ENTRY: '1' } };

describe('a receipt in a clerk’s report', () => {
  const said = line('REPORTED_RECEIPT', ['50.00', '2026-03-02'], { ...numbered, ...whose });

  test('that the books lack is to be recorded for its case and defendant', () => {
    expect(outcomeOf([said], [])).toMatchObject({
      outcome: 'ACT',
      act: { deed: 'RECORD_RECEIPT', caseId: 'c-1', defendantId: 'd-1', amount: 50_00n, on: '2026-03-02' },
    });
  });

  test('that is recorded already is matched', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], numbered);
    expect(outcomeOf([said], [receipt])).toEqual(isMatch('BY_REFERENCE', receipt));
  });

  test('that was matched before is nothing new', () => {
    expect(
      outcomeOf([said], [item('r1', ['50.00', '2026-03-02'], { ...numbered, isClaimed: true })]),
    ).toEqual(isNone('ALREADY_CLAIMED'));
  });

  test('that is recorded with another amount is asked about, and not recorded again', () => {
    expect(outcomeOf([said], [item('r1', ['55.00', '2026-03-02'], numbered)])).toEqual(
      isAsked('AMOUNT_DIFFERS'),
    );
  });

  test('whose number has come round again is another receipt', () => {
    const old = item('r1', ['50.00', '2025-11-02'], { ...numbered, isClaimed: true });
    expect(outcomeOf([said], [old])).toMatchObject({ act: { deed: 'RECORD_RECEIPT' } });
  });

  test('without a number, like one that was recorded near its day, is asked about', () => {
    const unnumbered = { ...said, references: {} };
    const receipt = item('r1', ['50.00', '2026-03-01'], numbered);
    expect(outcomeOf([unnumbered], [receipt])).toEqual(isAsked('PERHAPS_RECORDED'));
    expect(outcomeOf([{ ...unnumbered, bookedOn: receipt.effectiveOn }], [receipt])).toEqual(
      isMatch('BY_PARTY', receipt),
    );
  });

  test('whose docket number means two is asked about, with both; and whose owner nobody knows is an item of its own', () => {
    const unclear = { ...said, caseIds: [janes.caseId, johns.caseId] };
    expect(outcomeOf([unclear], [])).toMatchObject({
      because: 'OWNER_UNCLEAR',
      candidates: [{ act: { caseId: 'c-1' } }, { act: { caseId: 'c-2' } }],
    });
    expect(outcomeOf([{ ...said, caseIds: [], defendantIds: [] }], [])).toEqual(isNone('OWNER_UNKNOWN'));
  });

  test('whose number is given to two receipts is asked about, for both', () => {
    const two = [
      said,
      { ...said, id: line('FEE', ['1.00', '2026-03-03']).id, defendantIds: ['d-9' as DefendantId] },
    ];
    expect([...matched(two, []).outcomes.values()]).toEqual([
      isAsked('SEVERAL_CLAIM'),
      isAsked('SEVERAL_CLAIM'),
    ]);
  });

  test('that came back unpaid is the return of that person’s payment', () => {
    const receipt = item('r1', ['50.00', '2026-03-02'], { ...numbered, isClaimed: true });
    const back = line('REPORTED_RETURN', ['50.00', '2026-03-12'], { ...whose, references: {} });
    expect(outcomeOf([back], [receipt])).toMatchObject({ act: { deed: 'RECORD_RETURN', item: receipt.id } });
  });
});

describe('a correction in a clerk’s report', () => {
  const entry = { references: { ENTRY: '1' }, ...whose };
  const first = line('REPORTED_RECEIPT', ['50.00', '2026-03-02'], { ...numbered, ...whose });
  const back = line('REPORTED_CORRECTION', ['50.00', '2026-03-05'], {
    ...entry,
    direction: 'OUT',
    id: 'back',
  });
  const instead = line('REPORTED_CORRECTION', ['55.00', '2026-03-05'], { ...entry, id: 'instead' });
  const marker = line('REPORTED_CORRECTION', ['0.00', '2026-03-05'], { ...entry, id: 'marker' });
  const known = item('r1', ['50.00', '2026-03-02'], { ...numbered, isClaimed: true });

  test('that backs a recorded receipt out takes it back, though the file says the receipt again', () => {
    const act = { deed: 'TAKE_BACK_RECEIPT', item: known.id, on: '2026-03-05' };
    expect(outcomeOf([back], [known])).toMatchObject({ act, lines: [back.id] });
    const three = matched([first, back, marker], [known]).outcomes;
    expect([first, back].map(({ id }) => three.get(id))).toMatchObject([{ act }, { act }]);
    expect(three.get(marker.id)).toEqual(isNone('NOTHING_MOVED'));
  });

  test('that puts another amount in its place changes the receipt', () => {
    expect(outcomeOf([back, instead], [known])).toMatchObject({
      act: { deed: 'CHANGE_RECEIPT', item: known.id, amount: 55_00n },
      lines: [back.id, instead.id],
    });
  });

  test('of what nobody has recorded leaves nothing, or what was said last', () => {
    expect(outcomeOf([first, back], [])).toEqual(isNone('TAKEN_BACK'));
    expect(outcomeOf([first, back, instead], [])).toMatchObject({
      act: { deed: 'RECORD_RECEIPT', amount: 55_00n },
      lines: expect.arrayContaining([first.id, back.id, instead.id]),
    });
  });

  test('is asked about where the amount is not the receipt’s, or the number is of two', () => {
    const other = { ...back, amount: instead.amount };
    expect(outcomeOf([other], [known])).toEqual(isAsked('CORRECTION_UNCLEAR'));
    const again = item('r2', ['50.00', '2026-03-04'], { ...numbered, isClaimed: true });
    expect(outcomeOf([back], [known, again])).toEqual(isAsked('CORRECTION_UNCLEAR'));
    expect(outcomeOf([back], [])).toEqual(isAsked('CORRECTION_UNCLEAR'));
  });
});
