import { webcrypto } from 'node:crypto';
import type { Bank } from '#lib/bank/types.ts';
import { freezeQuiz } from '#lib/domain/classroom/freeze.ts';
import type { FrozenQuiz } from '#lib/domain/classroom/types.ts';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import type { Blueprint } from '#lib/domain/quiz/types.ts';
import { loadBankFromDisk } from '../../../src/cli/read-bank.ts';

export const crypto = webcrypto as Crypto;

const loaded = loadBankFromDisk();
if (!loaded.ok) throw new Error('the shipped bank has problems');

/** The bank that ships. */
export const shipped: Bank = loaded.value;

const MIXED: Blueprint = { reports: [], length: 20, levels: [], forms: [], grave: true };

/** A quiz of the shipped bank, frozen. */
export function frozen(changes: Partial<Blueprint> = {}, seed = 'quiz'): Promise<FrozenQuiz> {
	const { items } = assemblePaper(shipped, { ...MIXED, ...changes }, seed);
	return freezeQuiz(crypto, {
		bank: shipped,
		quiz: { title: 'A quiz', items },
		version: 1,
		isPublic: () => true
	});
}
