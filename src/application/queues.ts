/** One after the other, by name: the shelves need it as well, and the doors see no shelf. */
export { Queues } from '../store/queues.ts';
