import type { StoreProblem } from './store/types.ts';

/** Why the store did not open and what to do, for who runs the server. */
export function storeProblemMessage(problem: StoreProblem): string {
	switch (problem.code) {
		case 'locked':
			return `The class server did not start: process ${problem.pid || 'unknown'} has the folder ${problem.folder} open, and two on one folder would lose classes' work. Stop that process, name another folder in CLASS_DATA, or use PostgreSQL (DATABASE_URL) for several processes. If no such process runs, delete recount.lock in that folder.`;
		case 'newer-database':
			return `The class server did not start: its database was changed by a newer Recount (change ${problem.found}, this program knows ${problem.known}). Start the newer one again; nothing was touched.`;
		case 'unreachable':
			return `The class server cannot reach its database (${problem.reason}); it tries again by itself. The app is served meanwhile.`;
		case 'broken':
			return `The class server did not start: its database does not open (${problem.reason}). Nothing was deleted.`;
	}
}

/** The first start: how the first teacher is made. */
export function setUpMessage(origin: string, code: string): string {
	return [
		'',
		'  No teacher was made on this class server yet. The first one opens',
		`    ${origin}/teach/server`,
		'  and types this set-up code, which works once:',
		`    ${code}`,
		''
	].join('\n');
}
