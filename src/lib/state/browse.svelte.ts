import type { QuestionId } from '#lib/bank/types.ts';
import type { App } from './app.svelte.ts';
import { indexOf, matching, namesIn, type IndexedQuestion, type Wanted } from './browse-index.ts';
import { COMPARE } from './card-metas.ts';
import { eventually } from './eventually.ts';
import { listedReports } from './listed-reports.ts';
import { Live } from './live.svelte.ts';
import { knowledgeOf, knowledgeOfAll, type Knowledge } from './report-knowledge.ts';

/** What may be known of a question, as a filter; a missed one is also new, learning or known. */
export const STATES = ['fresh', 'learning', 'known', 'missed', 'suspended'] as const;
export type KnowledgeState = (typeof STATES)[number];

/** What is looked for, kept while the person looks at a card and comes back. */
export interface BrowseView {
	wanted: Wanted;
	state?: KnowledgeState;
	shown: number;
}

const PAGE = 50;
const DEBOUNCE_MS = 120;
const READ_AT_ONCE = 1000;

/** Whether what is known of a question is what was asked for. */
function isIn(state: KnowledgeState, knowledge: Knowledge): boolean {
	if (state === 'suspended') return knowledge.suspended;
	if (knowledge.suspended) return false;
	return state === 'missed' ? knowledge.missed : knowledge.progress === state;
}

/** All questions, searched and filtered; only the shown ones are followed in the store. */
export class Browse {
	#app: App;
	/** The last index that was made: it stands until the next one is. */
	#made: IndexedQuestion[] | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** What stands in the search field; looked for a moment later. */
	text = $state('');
	wanted = $state.raw<Wanted>({ text: '' });
	state = $state.raw<KnowledgeState>();
	shown = $state(PAGE);

	// Made anew whenever a report comes, changes or goes, also in another tab.
	#indexing = $derived.by(() => {
		const { look } = this.#app;
		return new Live(eventually(() => indexOf(look)));
	});
	#index = $derived.by(() => (this.#made = this.#indexing.value ?? this.#made));
	#knowing = $derived.by(() => {
		const { look, study, today } = this.#app;
		return this.state && new Live(eventually(() => allKnowledge({ look, study, today })));
	});
	#knowledge = $derived(this.#knowing?.value);
	failed = $derived.by(() => this.#knowing?.current.status === 'failed');

	#found = $derived.by(() => {
		const { state } = this;
		const found = this.#index && matching(this.#index, this.wanted);
		if (!found || !state) return found;
		const knowledge = this.#knowledge;
		return knowledge && found.filter(({ question }) => isIn(state, knowing(knowledge, question)));
	});
	/** How many there are; nothing while they are being looked for. */
	count = $derived.by(() => this.#found?.length);
	#page = $derived.by(() => (this.#found ?? []).slice(0, this.shown));
	#cards = $derived.by(
		() => new Live(this.#app.study.watch(this.#page.map(({ question }) => question.id)))
	);
	/** What is shown of them; `knowledge` is there once it was read. */
	rows = $derived.by(() => {
		const cards = this.#cards.value;
		return this.#page.map(({ question, reportId }, i) => ({
			question,
			reportId,
			knowledge: cards && knowledgeOf(cards[i], this.#app.today)
		}));
	});
	/** The names that questions answer with or cite, by alphabet. */
	names = $derived.by(() => namesIn(this.#index ?? [], this.#app.look));

	constructor(app: App, wanted: Partial<Wanted> = {}) {
		this.#app = app;
		this.wanted = { text: '', ...wanted };
		this.text = this.wanted.text;
	}

	/** The reports to choose among, comparisons last. */
	get reports(): { id: string; title?: string }[] {
		const { look } = this.#app;
		const compared = look.bank.comparisons.length > 0 ? [{ id: COMPARE }] : [];
		return [...listedReports(look), ...compared];
	}

	get today() {
		return this.#app.today;
	}

	/** How many filters are set, the words looked for not counted. */
	get filterCount(): number {
		const { kind, level, reportId, name } = this.wanted;
		return [kind, level, reportId, name, this.state].filter((set) => set !== undefined).length;
	}

	/** The person types: looked for once they pause. */
	type(text: string): void {
		this.text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.filter({ text }), DEBOUNCE_MS);
	}

	/** Changes what is looked for; the list begins anew. */
	filter(changes: Partial<Wanted>): void {
		this.wanted = { ...this.wanted, ...changes };
		this.shown = PAGE;
	}

	/** Filters by what is known, as it is read from the store now. */
	filterState(state: KnowledgeState | undefined): void {
		this.state = state;
		this.shown = PAGE;
	}

	clear(): void {
		clearTimeout(this.#timer);
		this.text = '';
		this.filterState(undefined);
		this.wanted = { text: '' };
	}

	more(): void {
		this.shown += PAGE;
	}

	get view(): BrowseView {
		return { wanted: { ...this.wanted, text: this.text }, state: this.state, shown: this.shown };
	}

	restore({ wanted, state, shown }: BrowseView): void {
		this.text = wanted.text;
		this.wanted = wanted;
		this.filterState(state);
		this.shown = shown;
	}
}

async function allKnowledge({ look, study, today }: Pick<App, 'look' | 'study' | 'today'>) {
	const ids = look.bank.questions.map((question) => question.id);
	const cards: Awaited<ReturnType<typeof study.read>> = [];
	for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
		cards.push(...(await study.read(ids.slice(from, from + READ_AT_ONCE))));
	}
	return knowledgeOfAll(ids, cards, today);
}

function knowing(knowledge: ReadonlyMap<QuestionId, Knowledge>, { id }: { id: QuestionId }) {
	return knowledge.get(id) ?? knowledgeOf(undefined, 0);
}
