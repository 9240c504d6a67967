import type { NameId, ReportId } from '#lib/bank/types.ts';
import type { NamesById } from '#lib/domain/desk/patch.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import { DeskRepository } from '#lib/storage/desk-repository.ts';
import type { App } from './app.svelte.ts';
import { spokenOf } from './desk-parts.ts';

interface Spoken {
	desk: Desk;
	/** Names of the person's own, by id. */
	ownNames: NamesById;
}

/** Which names of a person's own no report speaks of, so that only those are taken away. */
export class UnusedNames {
	#app: App;
	#id: ReportId;
	#spoken: () => Spoken;
	/** Names that other reports of this person speak of. */
	#elsewhere = $state.raw<NameId[]>();

	constructor(app: App, id: ReportId, spoken: () => Spoken) {
		this.#app = app;
		this.#id = id;
		this.#spoken = spoken;
	}

	/** Looks which names other reports speak of. */
	async look(): Promise<void> {
		const open = await new DeskRepository(this.#app.database).open();
		const others = open.filter(({ id }) => id !== this.#id).map(({ desk }) => spokenOf(desk));
		const own = this.#app.library.own.filter(({ id }) => id !== this.#id);
		const finished = own.map(({ bank }) => bank.names.map(({ id }) => id));
		this.#elsewhere = [...others, ...finished].flatMap((ids) => [...ids]);
	}

	/** Whether no report speaks of a name; not known before {@link look}. */
	has(id: NameId): boolean {
		const { desk, ownNames } = this.#spoken();
		const isPart = Object.values(ownNames).some(({ partOf }) => partOf === id);
		const isKnown = this.#elsewhere !== undefined && !this.#elsewhere.includes(id);
		return isKnown && !isPart && !spokenOf(desk).has(id);
	}
}
