declare global {
	/** False in the static build, where no class server answers. */
	const __HAS_SERVER__: boolean;

	namespace App {
		interface Error {
			message: string;
		}
	}
}

export {};
