import { holdsAtBanks } from './bank-invariants.ts';

holdsAtBanks(3_664);
