import { BANK_VERSION, type Bank } from '#lib/bank/types.ts';

/** Why the compiled bank could not be taken. */
export type BankProblem =
	{ code: 'bank-unreachable' } | { code: 'bank-unreadable' } | { code: 'bank-version' };

type Loaded = { ok: true; value: Bank } | { ok: false; problem: BankProblem };

const hasVersion = (data: unknown): data is { version: unknown } =>
	typeof data === 'object' && data !== null && 'version' in data;

/** Fetches the compiled bank; it was checked when it was built, so only its version is. */
export async function loadBank(url: string): Promise<Loaded> {
	let response: Response;
	try {
		response = await fetch(url);
	} catch {
		return { ok: false, problem: { code: 'bank-unreachable' } };
	}
	if (!response.ok) return { ok: false, problem: { code: 'bank-unreachable' } };
	try {
		const data: unknown = await response.json();
		if (hasVersion(data) && data.version === BANK_VERSION) return { ok: true, value: data as Bank };
		return { ok: false, problem: { code: 'bank-version' } };
	} catch {
		return { ok: false, problem: { code: 'bank-unreadable' } };
	}
}
