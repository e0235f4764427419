// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/design/ProblemNotice";

function FaultPage({ error }: { error: unknown }) {
  const { t } = useTranslation("common");
  return (
    <main className="stack panel">
      <ProblemNotice error={error} />
      <div><Button onClick={() => location.reload()}>{t("reload")}</Button></div>
    </main>
  );
}

/** A fault of one page leaves the rest of the program usable. `where` resets it: another page is another try. */
export class FaultBoundary extends Component<{ children: ReactNode; where?: string }, { error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidUpdate(before: { where?: string }) {
    if (before.where !== this.props.where && this.state.error) this.setState({ error: null });
  }
  override render() {
    return this.state.error ? <FaultPage error={this.state.error} /> : this.props.children;
  }
}
