// SPDX-License-Identifier: Apache-2.0
import { IconChevronRight } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlainDate } from "@/design/dates";
import { useKeys } from "@/design/keys";
import { VerifiedMark } from "@/design/StateBadge";
import styles from "./organisations.module.css";
import { type Branch, visible } from "./tree";

/** A tree moved through by arrows (or j and k), opened by Enter. The top is open at first. */
export function OrganisationTree({ branches, on, allOpen }: { branches: Branch[]; on: PlainDate; allOpen: boolean }) {
  const { t } = useTranslation("organisations");
  const [, go] = useLocation();
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef(false);
  const top = new Set(branches.map((branch) => branch.row.id));
  const isOpen = (id: string) => (allOpen ? true : (toggled[id] ?? top.has(id)));
  const rows = visible(branches, isOpen);
  const at = Math.max(rows.findIndex(({ branch }) => branch.row.id === chosen), 0);
  const open = (id: string) => go(`/organisations/${id}?on=${on}`);
  const toggle = (id: string, to: boolean) => setToggled((before) => ({ ...before, [id]: to }));
  const choose = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!next) return;
    moved.current = true;
    setChosen(next.branch.row.id);
  };
  useEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>("[data-chosen]")?.focus();
  }, [chosen]);

  useKeys([
    { key: "j", label: t("common:keys.next"), run: () => choose(chosen === null ? 0 : at + 1) },
    { key: "k", label: t("common:keys.previous"), run: () => choose(at - 1) },
    { key: "Enter", label: t("common:keys.open"), run: () => chosen && open(chosen) },
  ]);
  const onKey = (event: KeyboardEvent) => {
    const current = rows[at];
    if (!current) return;
    const { row, branches: below } = current.branch;
    const acts: Record<string, () => void> = {
      ArrowDown: () => choose(at + 1),
      ArrowUp: () => choose(at - 1),
      Home: () => choose(0),
      End: () => choose(rows.length - 1),
      ArrowRight: () => (below.length > 0 && !isOpen(row.id) ? toggle(row.id, true) : choose(at + 1)),
      ArrowLeft: () => {
        if (below.length > 0 && isOpen(row.id) && !allOpen) return toggle(row.id, false);
        const parent = rows.findIndex(({ branch }) => branch.row.id === row.parent);
        if (parent >= 0) choose(parent);
      },
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <ul className={styles.tree} role="tree" aria-label={t("title")} ref={list} onKeyDown={onKey}>
      {rows.map(({ branch: { row, branches: below }, depth }, index) => (
        <li key={row.id} role="treeitem" aria-level={depth} aria-selected={row.id === chosen} aria-expanded={below.length > 0 ? isOpen(row.id) : undefined}
          tabIndex={index === at ? 0 : -1} data-chosen={row.id === chosen || undefined} className={styles.item} style={{ "--depth": depth } as React.CSSProperties}
          onClick={() => { moved.current = true; setChosen(row.id); open(row.id); }}
          onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); open(row.id); } }}>
          <span className={styles.fold} data-open={isOpen(row.id) || undefined} aria-hidden
            onClick={(event) => { event.stopPropagation(); toggle(row.id, !isOpen(row.id)); setChosen(row.id); }}>
            {below.length > 0 && <IconChevronRight size={18} />}
          </span>
          <span>{row.name}</span>
          <span className={styles.note}>{t(`kind.${row.kind}`)}{row.code && ` · ${row.code}`}{below.length > 0 && ` · ${t("units", { count: below.length })}`}</span>
          {!row.verified && <VerifiedMark verified={false} />}
        </li>
      ))}
    </ul>
  );
}
