import Findings
import Pipelines
import Testing

/// Jenkinsfiles, which are Groovy.
@Suite struct JenkinsfileTests {
  @Test func environments() throws {
    try expect(
      """
      pipeline { // password = 'no'
        environment {
          DB_PASSWORD = '«hunter2»'
          TOKEN = "«${env.TOKEN}»"
          AWS = «credentials»('aws-id')
        }
        stages {
          stage('Deploy') {
            environment { KEY = "«hunter3»" }
            steps { echo 'x' }
          }
        }
      }
      """, path: "Jenkinsfile",
      [
        "literal DB_PASSWORD environment.DB_PASSWORD", "reference TOKEN environment.TOKEN",
        "reference AWS environment.AWS", "literal KEY environment.KEY",
      ])
  }

  @Test func scriptsAndVariables() throws {
    let reading = try expect(
      """
      node {
        stage("Build") {
          withEnv(['PASSWORD=«hunter2»', "HOST=«${host}»"]) {
            sh 'PGPASSWORD=«hunter3» psql'
            sh(script: \"\"\"
              export A="«x y»"
              B=«$C» make
            \"\"\", returnStdout: true)
          }
        }
        properties([parameters([
          password(name: 'API_KEY', defaultValue: '«hunter4»', description: 'a=b')])])
        bat "set X=1"
      }
      """, path: "ci/Jenkinsfile.release",
      [
        "literal PASSWORD environment.PASSWORD", "reference HOST environment.HOST",
        "literal PGPASSWORD -", "literal A -", "reference B -",
        "literal API_KEY environment.API_KEY",
      ])
    #expect(reading.assignments.first?.place.job == "Build")
    #expect(reading.dialect.name == "Jenkins pipeline")
  }

  @Test func `variables of scripts and of the environment`() throws {
    try expect(
      """
      def db_password = '«hunter2»'
      pipeline {
        stages {
          stage('Deploy') {
            steps {
              script {
                env.API_TOKEN = "«hunter3»"
                env.OTHER = "«${env.API_TOKEN}»"
                String key = "«hunter4»"
                if (key == "x") { job.name = "y" }
              }
              writeFile file: 'app.properties', text: \"\"\"
                db.password=«hunter5»
                # a comment
              \"\"\"
              writeFile(text: 'TOKEN=«hunter6»', file: '.env')
              sh label: 'a=b', script: 'PGPASSWORD=«hunter7» psql'
              echo message: "z=1"
            }
          }
        }
      }
      """, path: "Jenkinsfile",
      [
        "literal db_password db_password", "literal API_TOKEN environment.API_TOKEN",
        "reference OTHER environment.OTHER", "literal key key", "literal db.password db.password",
        "literal TOKEN TOKEN", "literal PGPASSWORD -",
      ])
  }

  @Test(arguments: [
    "'", "\"\"\"", "environment {", "environment { A = ", "sh '", "stage('x", "/*", "}}}))", "\\",
    "environment { A = 'b\\", "withEnv([", "'''a''",
  ])
  func damage(_ text: String) throws {
    _ = try read(text, path: "Jenkinsfile")
    _ = try read(String(repeating: text, count: 5_000), path: "Jenkinsfile")
  }
}
