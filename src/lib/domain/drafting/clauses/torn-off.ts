import { isTime, type PhraseRow } from './phrase-row.ts';

/** "known as [“]the House”": the noun behind the mark belongs to the phrase before it. */
function isQuotedName(row: PhraseRow, mark: number): boolean {
	if (!/^["“]$/.test(row.text(mark))) return false;
	return row.is(mark - 1, 'preposition', 'noun') || /^(?:the|an?)$/.test(row.text(mark - 1));
}

/** "Kiev[,] Ulm among others fell": nothing was told before the comma, so that a list goes on. */
function isInList(row: PhraseRow, comma: number): boolean {
	if (!row.is(comma, 'comma') || !row.is(0, 'noun')) return false;
	const before = row.sentence.words.slice(0, row.at(comma)?.first ?? 0);
	const isTold = before.some(({ tag, text }) => /^(?:VERB|AUX|SCONJ)$/.test(tag) || text === ';');
	return !isTold && !isTime(row.sentence, row.at(0)?.head ?? 0);
}

/** Whether a noun behind a comma or a mark belongs to what stands before it, and opens no clause. */
export function isTornOff(row: PhraseRow, mark: number): boolean {
	return isQuotedName(row, mark) || isInList(row, mark);
}
