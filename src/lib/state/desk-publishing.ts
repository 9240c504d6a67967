import { compileContent, editionText, withEdition } from '#lib/bank/compile.ts';
import { joinBanks } from '#lib/bank/join.ts';
import { sourceBank, type SourceBank } from '#lib/bank/source.ts';
import type { Bank, Fact, Name, ReportId } from '#lib/bank/types.ts';
import { readDesk } from '#lib/domain/desk/desk-book.ts';
import { checkDesk, type Hint } from '#lib/domain/desk/live-checks.ts';
import type { Desk } from '#lib/domain/desk/types.ts';

/** What a desk or a file is checked and compiled among. */
export interface Around {
	/** The shipped bank and a person's own, without the report itself. */
	bank: Bank;
	/** All names that are known on the device. */
	names: Name[];
}

/** The bank without one report of the person's own: what that report is checked against. */
export function bankWithout(
	shipped: Bank,
	own: readonly { id: ReportId; bank: Bank }[],
	id: ReportId
): Bank {
	return joinBanks(
		shipped,
		own.filter((row) => row.id !== id).map(({ bank }) => bank)
	);
}

/** A desk as a bank to study, or what still keeps it from being one. */
export async function publishDesk(
	desk: Desk,
	{ bank, names }: Around
): Promise<{ ok: true; value: Bank } | { ok: false; hints: Hint[] }> {
	const hints = checkDesk(desk, { names, bank });
	if (hints.length > 0) return { ok: false, hints };
	const { book } = readDesk(desk, { names, bank });
	const compiled = await compileOwn(sourceBank(book), bank);
	return { ok: true, value: withSentences(compiled, desk) };
}

/** A checked bank of one report, compiled among the others. */
export async function compileOwn(source: SourceBank, around: Bank): Promise<Bank> {
	const content = compileContent(source, around);
	return withEdition(content, await sha256(editionText(content)));
}

/** A fact without words of its own is told by its sentence, on this device alone. */
export function withSentences(bank: Bank, desk: Desk): Bank {
	const told = ({ id, text }: Fact) => text || sentenceOf(desk, id.slice(id.indexOf('/') + 1));
	return { ...bank, facts: bank.facts.map((fact) => ({ ...fact, text: told(fact) })) };
}

/** The sentence a fact of the desk stands on; empty where the text is not here. */
export function sentenceOf(desk: Desk, factId: string): string {
	const sentence = desk.facts[factId]?.sentence;
	const paragraph = desk.paragraphs.find(({ number }) => number === sentence?.paragraph);
	return paragraph && sentence ? paragraph.text.slice(sentence.start, sentence.end) : '';
}

/** SHA-256 as hexadecimal digits; on an address without https, where there is none, a random stand-in. */
async function sha256(text: string): Promise<string> {
	// Missing where the address is not https, whatever the types say.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	const bytes = subtle
		? new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
		: crypto.getRandomValues(new Uint8Array(32));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
