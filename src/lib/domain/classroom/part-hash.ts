import { canonicalJson } from '#lib/bank/canonical-json.ts';
import type { Bank } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import type { AnswerKey } from '#lib/domain/answers/types.ts';
import { bankIndex } from '#lib/domain/quiz/bank-index.ts';
import type { Item } from '#lib/domain/quiz/types.ts';

function optionsOf(item: Item): string[] {
	if (item.form === 'choose' || item.form === 'match') return item.options.map(({ text }) => text);
	return item.form === 'true-false' ? [item.proposed] : [];
}

/** All that a part asks and accepts: what a hash stands for. */
function hashed(bank: Bank, item: Item, no: number): object {
	const { questionId = '', cue } = item.parts[no] ?? {};
	const question = bankIndex(bank).questions.get(questionId);
	const key: Partial<AnswerKey> = question ? answerKey(bank, question) : {};
	const { kind, ask, answer, accept, not, rivals } = key;
	return {
		kind,
		form: item.form,
		ask: cue ?? ask,
		options: optionsOf(item),
		answer: item.form === 'sort' ? item.right?.[no] : answer,
		accept,
		not,
		rivals
	};
}

/** SHA-256 of a text as UTF-8 in Unicode normal form C, its first `length` bytes as base64url. */
export async function textHash(crypto: Crypto, text: string, length = 32): Promise<string> {
	const bytes = new TextEncoder().encode(text.normalize('NFC'));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const chars = String.fromCharCode(...digest.slice(0, length));
	return btoa(chars).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * A hash of each part of an item, the same for the same question on every device.
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function partHashes(crypto: Crypto, bank: Bank, item: Item): Promise<string[]> {
	return Promise.all(
		item.parts.map((_, no) => textHash(crypto, canonicalJson(hashed(bank, item, no))))
	);
}
