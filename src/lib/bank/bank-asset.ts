import { BANK_VERSION, type Bank } from './types.ts';

/** Why a compiled bank cannot be used: broken on the way, or made for another version of the program. */
type AssetProblem = { code: 'not-json' } | { code: 'wrong-version'; found: unknown };

/** A compiled bank, or why it cannot be used. */
export type AssetReading = { ok: true; value: Bank } | { ok: false; problem: AssetProblem };

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads the compiled bank: it was checked when it was built, so only its version is looked at. */
export function readBankAsset(text: string): AssetReading {
	const data = parse(text) as Bank | null | undefined;
	if (typeof data !== 'object' || data === null)
		return { ok: false, problem: { code: 'not-json' } };
	return data.version === BANK_VERSION
		? { ok: true, value: data }
		: { ok: false, problem: { code: 'wrong-version', found: data.version } };
}
