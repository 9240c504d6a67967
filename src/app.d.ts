import type { ApiProblemCode } from '#lib/domain/classroom/api/problems.ts';
import type { ClassServer } from '#lib/server/class-server.ts';

declare global {
	/** False in the static build, where no class server answers. */
	const __HAS_SERVER__: boolean;

	namespace App {
		/** Of a request to the class API. */
		interface Locals {
			classServer: Pick<ClassServer, 'contextFor' | 'health'>;
			requestId: string;
			/** Which one was told, for the log. */
			problem?: ApiProblemCode;
		}
		interface Error {
			message: string;
		}
	}
}
