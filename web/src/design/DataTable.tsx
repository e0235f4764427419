// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ColumnDef, flexRender, getCoreRowModel, getSortedRowModel, type RowData, type SortingState, useReactTable } from "@tanstack/react-table";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./DataTable.module.css";
import { useKeys } from "./keys";
import { toVietnameseOrder } from "./order";

declare module "@tanstack/react-table" {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Figures stand at the right. */
    numeric?: boolean;
    /** The column that names the row: its cell is the row's heading, and on a phone stands first and without a label. */
    heading?: boolean;
  }
}

export type Column<Row> = ColumnDef<Row, unknown>;

interface DataTableProps<Row> {
  /** Says what the table shows; read aloud, printed, and hidden on the screen where a heading says the same. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Enter on the chosen row, or a click on it. The heading cell should hold a link as well. */
  onOpen?: (row: Row) => void;
  /** Called when the chosen row changes by j and k. */
  onChoose?: (row: Row) => void;
  loading?: boolean;
  empty?: ReactNode;
  /** When the list goes on. */
  onMore?: () => void;
  loadingMore?: boolean;
  initialSorting?: SortingState;
}

const sortOf = (sorted: false | "asc" | "desc") => (sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none");

/** Rows moved through by j and k and opened by Enter; on a phone each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, onOpen, onChoose, loading = false, empty, onMore, loadingMore = false } = props;
  const { t } = useTranslation("common");
  const [sorting, setSorting] = useState<SortingState>(props.initialSorting ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useReactTable({
    data: rows, columns, getRowId: (row) => keyOf(row), state: { sorting }, onSortingChange: setSorting,
    getCoreRowModel: getCoreRowModel(), getSortedRowModel: getSortedRowModel(), sortDescFirst: false,
    defaultColumn: { sortingFn: (a, b, column) => toVietnameseOrder(a.getValue(column), b.getValue(column)) },
  });
  const shown = table.getRowModel().rows;
  const at = shown.findIndex((row) => row.id === chosen);

  const move = (step: number) => {
    const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
    if (!next) return;
    setChosen(next.id);
    onChoose?.(next.original);
  };
  const chosenRow = at >= 0 ? shown[at] : undefined;
  useKeys(onOpen || onChoose ? [
    { key: "j", label: t("keys.next"), run: () => move(1) },
    { key: "k", label: t("keys.previous"), run: () => move(-1) },
    ...(onOpen ? [{ key: "Enter", label: t("keys.open"), run: () => chosenRow && onOpen(chosenRow.original) }] : []),
  ] : []);
  useEffect(() => {
    if (!chosen) return;
    const row = body.current?.querySelector<HTMLElement>("[data-chosen]");
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  }, [chosen]);

  if (!loading && rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-busy={loading}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const label = flexRender(header.column.columnDef.header, header.getContext());
                return (
                  <th key={header.id} scope="col" className={header.column.columnDef.meta?.numeric ? "number" : undefined}
                    aria-sort={header.column.getCanSort() ? sortOf(sorted) : undefined}>
                    {header.column.getCanSort() ? (
                      <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                        {label}
                        {sorted === "asc" && <IconArrowUp aria-hidden size={14} />}
                        {sorted === "desc" && <IconArrowDown aria-hidden size={14} />}
                      </button>
                    ) : label}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody ref={body}>
          {loading && rows.length === 0 && Array.from({ length: 6 }, (_, index) => (
            <tr key={index} aria-hidden className={styles.waiting}>{columns.map((_column, cell) => <td key={cell}><span /></td>)}</tr>
          ))}
          {shown.map((row) => (
            // The row's own link does the same by keyboard; a click anywhere on the row is only more comfortable.
            <tr key={row.id} data-chosen={row.id === chosen || undefined} data-opens={onOpen ? true : undefined}
              onClick={(event) => {
                if ((event.target as HTMLElement).closest("a, button, input, label, summary") || getSelection()?.toString()) return;
                onOpen?.(row.original);
              }}>
              {row.getVisibleCells().map((cell) => {
                const { header, meta } = cell.column.columnDef;
                const content = flexRender(cell.column.columnDef.cell, cell.getContext());
                const label = typeof header === "string" ? header : undefined;
                if (meta?.heading) return <th key={cell.id} scope="row" data-heading>{content}</th>;
                return <td key={cell.id} data-label={label} className={meta?.numeric ? "number" : undefined}><div>{content}</div></td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {onMore && <div className={styles.more}><Button variant="default" loading={loadingMore} onClick={onMore}>{t("more")}</Button></div>}
    </div>
  );
}
