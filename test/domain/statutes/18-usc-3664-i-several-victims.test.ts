import { severalVictims } from '../../../src/domain/statutes/18-usc-3664-i-several-victims.ts';

test('18 U.S.C. 3664(i), in the words of the law: the United States after all other victims', () => {
  expect(severalVictims.citation).toBe('18 U.S.C. 3664(i)');
  expect(severalVictims.words).toContain('before the United States receives any restitution.');
});
