import type { ServedClass, ServedClasses } from '#lib/domain/classroom/api/class-api.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import type { ClassApp } from '#lib/state/classroom/class-app.ts';
import { Live } from '#lib/state/live.svelte.ts';
import { ClassRepository } from '#lib/storage/class-repository.ts';
import type { ClassRow } from '#lib/storage/class-rows.ts';
import type { ServerSide } from './server-side.ts';

/** A class of this teacher on the server. */
export interface ServerClassLine {
	id: string;
	name: string;
	code: string;
	pupils: number;
	/** Absent on this device, it can only be taken off. */
	isHere: boolean;
}

/** The classes that the server has of this teacher, on this device or not. */
export class ServerClasses {
	#side: ServerSide;
	#here: Live<ClassRow[]>;
	#classes = $state.raw<readonly ServedClass[]>();

	problem = $state.raw<RemoteProblem>();
	busy = $state(false);

	constructor(app: Pick<ClassApp, 'database'>, side: ServerSide) {
		this.#side = side;
		this.#here = new Live(new ClassRepository(app.database).watch());
	}

	/** `undefined` while they are asked for. */
	get lines(): ServerClassLine[] | undefined {
		const here = this.#here.value;
		return this.#classes?.map(({ id, name, code, pupils }) => ({
			...{ id, name, code },
			pupils: pupils.filter(({ leftAt }) => leftAt === undefined).length,
			isHere: here?.some((row) => row.id === id) ?? true
		}));
	}

	async look(): Promise<void> {
		const told = await this.#side.server.ask<ServedClasses>('GET', 'classes');
		this.problem = told.ok ? undefined : told.problem;
		if (told.ok) this.#classes = told.value.classes;
	}

	/** Takes a class that is not on this device off the server, for good. */
	async takeOff(id: string): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const gone = await this.#side.server.ask('DELETE', `classes/${id}`);
		this.busy = false;
		this.problem = gone.ok ? undefined : gone.problem;
		if (gone.ok) this.#classes = this.#classes?.filter((each) => each.id !== id);
		return gone.ok;
	}
}
