import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';

/** A draft as outside evaluation reads it. */
interface DraftLine {
	kind: 'who' | 'what' | 'where' | 'howmany';
	question: string;
	answer: string;
	score: number;
	cloze?: true;
}

function lineOf({ kind, question, answer, score, flags }: Draft): DraftLine {
	return {
		kind: kind === 'how-many' ? 'howmany' : kind,
		question,
		answer: answer.form === 'text' ? answer.text : answer.quantity,
		score,
		...(flags.includes('cloze') && { cloze: true })
	};
}

/** The drafts of a text, best first, by the contract of `npm run draft -- --jsonl`. */
function draftLines({ text, title = '' }: Passage): DraftLine[] {
	return draftQuestions({ text }, { title }).drafts.map(lineOf);
}

/** A passage of a file of lines. */
interface Passage {
	id: string;
	text: string;
	title?: string;
}

/** The passages of a file, or the first line that is none. */
export type ReadPassages = { ok: true; passages: Passage[] } | { ok: false; line: number };

function passageOf(line: string): Passage | undefined {
	try {
		const read = JSON.parse(line) as Partial<Passage> | null;
		const isWhole = typeof read?.id === 'string' && typeof read.text === 'string';
		if (!isWhole) return undefined;
		const { id = '', text = '', title } = read;
		return { id, text, ...(typeof title === 'string' && { title }) };
	} catch {
		return undefined;
	}
}

/** The passages of a file with one JSON object `{id, text, title?}` a line; more fields are left unread. */
export function readPassages(content: string): ReadPassages {
	const passages: Passage[] = [];
	for (const [at, line] of content.split('\n').entries()) {
		if (line.trim() === '') continue;
		const passage = passageOf(line);
		if (!passage) return { ok: false, line: at + 1 };
		passages.push(passage);
	}
	return { ok: true, passages };
}

/** The lines `{id, drafts}` for passages. */
export function printDraftLines(passages: readonly Passage[]): string {
	return passages
		.map((passage) => `${JSON.stringify({ id: passage.id, drafts: draftLines(passage) })}\n`)
		.join('');
}
