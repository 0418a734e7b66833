/**
 * Ends the process with a plain message on a Node that is too old. Imported before everything else, and only by files
 * whose imports an old Node can link: a missing export would end the process first, with a stack.
 */
const MIN_MAJOR = 20;

const { node } = process.versions;
if (Number(node.split('.')[0]) < MIN_MAJOR) {
  console.error(`Node ${node} is too old: Known Faults needs ${MIN_MAJOR} or later.`);
  process.exit(1);
}
