import type { PupilNo } from '#lib/domain/classroom/types.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { StoreProblem } from '#lib/storage/outcome.ts';

/** Whether pupils' names are out of sight, as where the screen is projected; kept over a reload. */
export class NamesHidden {
	#app: Pick<ClassApp, 'settings' | 'set'>;

	/** Why the switch did not keep. */
	problem = $state.raw<StoreProblem>();

	constructor(app: Pick<ClassApp, 'settings' | 'set'>) {
		this.#app = app;
	}

	get on(): boolean {
		return this.#app.settings.namesHidden ?? false;
	}

	/** Hides the names on every screen of every tab, or shows them again. */
	async set(namesHidden: boolean): Promise<void> {
		const kept = await this.#app.set({ namesHidden });
		this.problem = kept.ok ? undefined : kept.problem;
	}

	/** A pupil's private name, where there is one and it may be seen. */
	nameOf(row: Pick<ClassRow, 'privateNames'>, no: PupilNo): string | undefined {
		return this.on ? undefined : row.privateNames[no] || undefined;
	}
}
