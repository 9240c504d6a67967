import { readBankAsset } from '#lib/bank/bank-asset.ts';
import type { Bank } from '#lib/bank/types.ts';

/** Why the compiled bank could not be taken. */
export type BankProblem =
	{ code: 'bank-unreachable' } | { code: 'bank-unreadable' } | { code: 'bank-version' };

type Loaded = { ok: true; value: Bank } | { ok: false; problem: BankProblem };

async function fetchText(url: string): Promise<string | undefined> {
	try {
		const response = await fetch(url);
		return response.ok ? await response.text() : undefined;
	} catch {
		return undefined;
	}
}

/** Fetches the compiled bank; it was checked when it was built, so only its version is. */
export async function loadBank(url: string): Promise<Loaded> {
	const text = await fetchText(url);
	if (text === undefined) return { ok: false, problem: { code: 'bank-unreachable' } };
	const reading = readBankAsset(text);
	if (reading.ok) return reading;
	const code = reading.problem.code === 'wrong-version' ? 'bank-version' : 'bank-unreadable';
	return { ok: false, problem: { code } };
}
