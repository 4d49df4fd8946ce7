/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_collection_free: (a: number, b: number) => void;
export const analyse: (a: any, b: any) => [number, number, number];
export const collection_add: (a: number, b: any) => [number, number];
export const collection_namesOf: (a: number, b: any) => [number, number, number];
export const collection_new: (a: any) => [number, number, number];
export const collection_remove: (a: number, b: any) => [number, number, number];
export const collection_view: (a: number) => [number, number, number];
export const collection_words: (a: number, b: any, c: number) => [number, number, number];
export const compare: (a: any, b: any) => [number, number, number];
export const conllu: (a: any) => [number, number, number, number];
export const exportAs: (a: any, b: any) => [number, number, number, number];
export const redraw: (a: any) => [number, number, number];
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
