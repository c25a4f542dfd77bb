import { holdsAtBanks } from './bank-invariants.ts';

holdsAtBanks(2_259);
