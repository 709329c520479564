/** For the extension, which takes values of the engine by way of this room. */
export { sourceNames } from '../../engine/merge/source-names';
