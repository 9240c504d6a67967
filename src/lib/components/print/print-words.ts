import type { Form } from '#lib/bank/types.ts';
import { standingSentence } from '#lib/components/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SourceView } from '#lib/state/question-view.ts';
import type { SheetKind } from '#lib/state/teach/print-job.svelte.ts';
import type { VersionLetter } from '#lib/domain/classroom/paper-versions.ts';
import type { PrintedAnswer } from '#lib/state/teach/print-view.ts';

const KIND_WORDS: Record<SheetKind, () => string> = {
	paper: m.print_kind_paper,
	answers: m.print_kind_answers,
	key: m.print_kind_key
};

/** What is printed, in a word or two. */
export function sheetWord(kind: SheetKind): string {
	return KIND_WORDS[kind]();
}

/** A sheet's name; with its version where there are several. */
export function versionName(kind: string, letter: VersionLetter, count: number): string {
	return count > 1 ? `${kind}, ${m.print_version({ letter })}` : kind;
}

/** How the forms that a paper has are answered, on it or on a sheet of their own. */
export function howWords(forms: ReadonlySet<Form>, apart: boolean): string[] {
	if (apart) return [m.print_how_one(), m.print_how_sheet()];
	const circles = ['choose', 'true-false', 'sort'] as const;
	return [
		m.print_how_one(),
		...(circles.some((form) => forms.has(form))
			? [m.print_how_choose(), m.print_how_correct()]
			: []),
		...(forms.has('type') ? [m.print_how_type()] : [])
	];
}

/** What is right, short: a letter, a word, or a letter for each part. */
export function answerText(answer: PrintedAnswer): string {
	switch (answer.code) {
		case 'letter':
			return answer.letter;
		case 'letters':
			return answer.letters.join(' ');
		case 'judged':
			return answer.says ? m.quiz_true() : m.quiz_false();
		case 'text':
			return answer.text;
	}
}

/** Where a fact stands and how sure it is, in a line. */
export function sourceText(source: SourceView): string {
	const { publisher, year, paragraph, publisherBasis } = source;
	const published =
		publisherBasis === 'inferred' ? m.source_publisher_inferred : m.source_publisher;
	const place = paragraph === 'caption' ? m.source_caption() : m.source_paragraph({ paragraph });
	return `${published({ publisher, year })} · ${place} · ${standingSentence(source.standing, source.source)}`;
}
