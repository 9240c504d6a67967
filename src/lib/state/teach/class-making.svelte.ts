import { makeClassKeys } from '#lib/domain/classroom/class-keys.ts';
import { makePseudonyms } from '#lib/domain/classroom/pseudonyms.ts';
import {
	MOST_PUPILS,
	readRegister,
	tidyName,
	type RegisterLine,
	type RegisterProblem
} from '#lib/domain/classroom/register.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';

/** What is wrong with the form of a new class. */
export type RosterProblem = RegisterProblem | { code: 'count'; most: number };

/** The form that a new class is made with. */
export class ClassMaking {
	#app: ClassApp;
	#classes: ClassRepository;

	name = $state('');
	/** How the register comes: so many numbers, or a list. */
	way = $state<'count' | 'list'>('count');
	count = $state('30');
	list = $state('');
	withPseudonyms = $state(true);
	/** Once it was sent, what is missing is told. */
	tried = $state(false);
	busy = $state(false);
	/** `insecure`: this page was not fetched safely, so the browser gives no keys. */
	problem = $state.raw<StoreProblem | { code: 'insecure' }>();

	constructor(app: ClassApp) {
		this.#app = app;
		this.#classes = new ClassRepository(app.database);
	}

	readonly isNamed = $derived(tidyName(this.name) !== '');

	/** The register as it would be. */
	readonly register: Outcome<RegisterLine[], RosterProblem> = $derived.by(() =>
		this.way === 'list' ? readRegister(this.list) : numbered(this.count)
	);

	/** Makes the class; its id, or nothing where something is missing or was not kept. */
	async make(): Promise<string | undefined> {
		this.tried = true;
		const { register } = this;
		if (this.busy || !this.isNamed || !register.ok) return undefined;
		if (!isSecureContext) {
			this.problem = { code: 'insecure' };
			return undefined;
		}
		// Once it is made no second press makes another, however long the next screen takes.
		this.busy = true;
		const made = await this.#classes.create(await this.#row(register.value));
		this.problem = made.ok ? undefined : made.problem;
		this.busy = made.ok;
		return made.ok ? made.value.id : undefined;
	}

	async #row(lines: RegisterLine[]): Promise<ClassRow> {
		const [id, now] = [this.#app.newId(), this.#app.now()];
		const pseudonyms = this.withPseudonyms ? makePseudonyms(lines.length, id) : [];
		const named = lines.filter(({ name }) => name !== '');
		return {
			id,
			name: tidyName(this.name),
			pupils: lines.map(({ no }, at) => ({ no, pseudonym: pseudonyms[at] ?? '', slip: 1 })),
			keys: await makeClassKeys(crypto),
			createdAt: now,
			privateNames: Object.fromEntries(named.map(({ no, name }) => [no, name])),
			changedAt: now
		};
	}
}

function numbered(typed: string): Outcome<RegisterLine[], RosterProblem> {
	const count = /^\s*\d+\s*$/.test(typed) ? Number(typed) : 0;
	if (count < 1 || count > MOST_PUPILS) return refused({ code: 'count', most: MOST_PUPILS });
	return done(Array.from({ length: count }, (_, at) => ({ no: at + 1, name: '' })));
}
