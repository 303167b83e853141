// A child process that decides SMT-LIB scripts with Z3, one at a time: { id, script } in, { id, answer } or
// { id, error } out. Its parent kills it when it takes too long.
//
// The high-level interface of z3-solver keeps about 12 MB a context and hangs after some hundred, so that the low-level
// one is used: a context for each script, deleted after it.
import { init } from 'z3-solver';

const [megabytes = '2000'] = process.argv.slice(2);
const { Z3, em } = await init();
Z3.global_param_set('memory_max_size', megabytes);
Z3.global_param_set('smt.random_seed', '0');

/** The answer of Z3 to a script. */
async function decide(script) {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const bytes = new TextEncoder().encode(`${script}\0`);
  const text = em._malloc(bytes.length);
  new Uint8Array(em.HEAPU32.buffer).set(bytes, text);
  try {
    return await em.async_call(() => em._async_Z3_eval_smtlib2_string(context, text));
  } finally {
    em._free(text);
    Z3.del_context(context);
  }
}

process.on('disconnect', () => process.exit());
process.on('message', async ({ id, script }) => {
  try {
    process.send({ id, answer: await decide(script) });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
