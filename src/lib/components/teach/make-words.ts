import { formWord } from '#lib/components/quiz/start-words.ts';
import type { Item } from '#lib/domain/quiz/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SourceView } from '#lib/state/question-view.ts';
import type { MakingNews, PublishProblem } from '#lib/state/teach/quiz-steps.svelte.ts';
import type { QuizWarning } from '#lib/state/teach/quiz-warnings.ts';

/** What speaks against an item, beside which other it stands. */
export function warningWords(warning: QuizWarning): string {
	switch (warning.code) {
		case 'gives-away':
			return m.make_warn_gives_away({ other: warning.other + 1 });
		case 'same-fact':
			return m.make_warn_same_fact({ other: warning.other + 1 });
		case 'grave-first':
			return m.make_warn_grave_first();
		case 'gone':
			return m.make_warn_gone();
	}
}

/** What came of the last change. */
export function newsWords(news: MakingNews): string {
	switch (news.code) {
		case 'drawn':
			return news.added < news.asked
				? m.make_news_drawn_fewer({ added: news.added, asked: news.asked })
				: m.make_news_drawn({ added: news.added });
		case 'typed':
			return m.make_news_typed({ number: news.itemNo + 1 });
		case 'removed':
			return m.make_news_removed({ number: news.itemNo + 1 });
		case 'moved':
			return m.make_news_moved({ number: news.itemNo + 1 });
		case 'replaced':
			return m.make_news_replaced({ number: news.itemNo + 1 });
		default:
			return PLAIN_NEWS[news.code]();
	}
}

const PLAIN_NEWS = {
	added: m.make_news_added,
	'none-left': m.make_news_none_left,
	elsewhere: m.make_news_elsewhere,
	undone: m.make_news_undone,
	emptied: m.make_news_emptied
};

/** What is missing before a quiz can be published, and what to do. */
export function refusalWords(problem: PublishProblem): string {
	return problem === 'no-items' ? m.make_refused_no_items() : m.make_refused_no_title();
}

/** Where a question comes from, in a line. */
export function placeText({ publisher, year, paragraph }: SourceView): string {
	const place = paragraph === 'caption' ? m.source_caption() : m.source_paragraph({ paragraph });
	return `${m.source_publisher({ publisher, year })} · ${place}`;
}

/** What an item is: its form, and how many questions it asks where these are several. */
export function itemForm({ form, parts }: Item): string {
	return parts.length > 1
		? m.make_form_of({ form: formWord(form), count: parts.length })
		: formWord(form);
}
