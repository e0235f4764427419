// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

/// Connections for reading, opened when first needed. A connection that `failed()` is not used again; and since what
/// broke one has most likely broken all of them, those that lie idle are closed with it.
template <class Connection>
class ConnectionPool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;
  ConnectionPool(int most, std::chrono::milliseconds patience, Open open)
      : most_(most), patience_(patience), open_(std::move(open)) {}

  /// A connection on loan, given back by the destructor.
  class Loan {
   public:
    Loan(ConnectionPool& pool, std::unique_ptr<Connection> connection)
        : pool_(pool), connection_(std::move(connection)) {}
    ~Loan() { pool_.give_back(std::move(connection_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }
    /// Instead of one that turned out to be dead.
    void replace() {
      connection_.reset();
      pool_.close_idle();
      connection_ = pool_.open_();
    }

   private:
    ConnectionPool& pool_;
    std::unique_ptr<Connection> connection_;
  };

  Loan borrow() {
    {
      std::unique_lock lock(mutex_);
      if (!returned_.wait_for(lock, patience_, [&] { return lent_ < most_; }))
        throw Unavailable(Unavailable::Reason::TimeOut, "no connection for reading was free in time");
      ++lent_;
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return Loan(*this, std::move(connection));
      }
    }
    try {
      return Loan(*this, open_());
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  void close_idle() {
    std::vector<std::unique_ptr<Connection>> closing;
    std::lock_guard lock(mutex_);
    closing.swap(idle_);
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) {
    const bool failed = connection && connection->failed();
    if (failed) {
      connection.reset();
      close_idle();
    }
    std::lock_guard lock(mutex_);
    --lent_;
    if (connection) idle_.push_back(std::move(connection));
    returned_.notify_one();
  }

  const int most_;
  const std::chrono::milliseconds patience_;
  const Open open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int lent_ = 0;
};

}  // namespace haidang::db
