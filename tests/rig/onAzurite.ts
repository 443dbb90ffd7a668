import { registerHooks } from 'node:module';

/** Loaded before bot/main.ts (`--import`): production as it is, with Azurite in the place of Azure Storage. */
const azuriteStorage = new URL('azuriteStorage.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const isTheStoresOwn = specifier === './storage.ts' && context.parentURL?.endsWith('/store/store.ts');
    return isTheStoresOwn ? { url: azuriteStorage, shortCircuit: true } : next(specifier, context);
  },
});
