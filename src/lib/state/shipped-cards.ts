import type { CardMeta } from '#lib/storage/rows.ts';
import type { App } from './app.svelte.ts';
import { cardMeta } from './card-metas.ts';

/** How many cards are added at once while somebody waits for them. */
const FIRST_CARDS = 500;
/** How many in one transaction behind a person's back: an answer given meanwhile waits for no more. */
const CARDS_AT_ONCE = 100;

/** Keeps the cards of the shipped bank in line with its questions. */
export class ShippedCards {
	#app: App;
	#isAdding = false;

	constructor(app: App) {
		this.#app = app;
	}

	/**
	 * After the first run every question of the bank is a card to come; a new edition adds its own. Of a
	 * large bank only the first cards are waited for; what a closed tab cuts off is added at the next start.
	 */
	async sync(): Promise<void> {
		const { settings, study, library } = this.#app;
		const { edition, questions } = library.shipped.bank;
		if (!settings.firstRunAt || settings.deckEdition === edition || this.#isAdding) return;
		const metas = questions.map((one) => cardMeta(library.shipped, one));
		metas.sort((a, b) => a.position - b.position);
		const adopted = await study.adoptRenamed();
		if (!adopted.ok) return;
		const first = await study.add(metas.slice(0, FIRST_CARDS));
		if (!first.ok) return;
		const rest = this.#add(metas.slice(FIRST_CARDS), edition);
		if (metas.length <= FIRST_CARDS) await rest;
	}

	/** Adds cards a hundred at a time, so that an answer given meanwhile is kept at once. */
	async #add(metas: CardMeta[], edition: string): Promise<void> {
		this.#isAdding = true;
		try {
			for (let from = 0; from < metas.length; from += CARDS_AT_ONCE) {
				const outcome = await this.#app.study.add(metas.slice(from, from + CARDS_AT_ONCE));
				if (!outcome.ok) return;
			}
			await this.#app.set({ deckEdition: edition });
		} finally {
			this.#isAdding = false;
		}
	}
}
